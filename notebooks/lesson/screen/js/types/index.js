// Every kind of question, under the name that an author writes after `type:`. A new kind is one file and one line here.
export * as single from "./single.js";
export * as multiple from "./multiple.js";
export * as match from "./match.js";
export * as pick from "./pick.js";
export * as order from "./order.js";
export * as group from "./group.js";
export * as numeric from "./numeric.js";
export * as scale from "./scale.js";
export * as reflect from "./reflect.js";
export * as mark from "./mark.js";
export * as predict from "./predict.js";
