/**
 * The messages that next-intl has parsed, for the life of the process: by itself it begins with nothing at each request and
 * parses anew every message with a value that a page says. They are code, so no more than the catalogues hold are kept.
 */
export const parsedMessages = {
  dateTime: {},
  number: {},
  message: {},
  relativeTime: {},
  pluralRules: {},
  list: {},
  displayNames: {},
};
