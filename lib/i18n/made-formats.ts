/**
 * What next-intl has made to say messages with, for the life of the process: by itself it begins with nothing at each request, and
 * makes anew what numbers, days and plurals are formatted with; where the build has not compiled the messages, it parses them
 * anew too. The code alone decides what is kept, so it does not grow.
 */
export const madeFormats = {
  dateTime: {},
  number: {},
  message: {},
  relativeTime: {},
  pluralRules: {},
  list: {},
  displayNames: {},
};
