// The bundle of the drawn argument, ../../map.js: loaded only where a map stands. What is voted on is how far one agrees.
import { mount } from "../mount.js";
import { grade } from "../types/scale.js";
import { ArgumentMap } from "./map.js";

export { line, shifts } from "./lines.js";
export { loss, standing } from "./standing.js";

export default mount({ map: ArgumentMap }, grade);
