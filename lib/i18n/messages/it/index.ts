import account from "./account.json";
import activity from "./activity.json";
import association from "./association.json";
import charter from "./charter.json";
import common from "./common.json";
import contribution from "./contribution.json";
import decision from "./decision.json";
import directory from "./directory.json";
import error from "./error.json";
import form from "./form.json";
import home from "./home.json";
import layout from "./layout.json";
import member from "./member.json";
import membership from "./membership.json";
import moderation from "./moderation.json";
import notification from "./notification.json";
import project from "./project.json";
import seo from "./seo.json";
import site from "./site.json";
import taxonomy from "./taxonomy.json";
import ui from "./ui.json";
import validation from "./validation.json";
import work from "./work.json";

export default {
  account,
  activity,
  association,
  charter,
  common,
  contribution,
  decision,
  directory,
  error,
  form,
  home,
  layout,
  member,
  membership,
  moderation,
  notification,
  project,
  seo,
  site,
  taxonomy,
  ui,
  validation,
  work,
};
