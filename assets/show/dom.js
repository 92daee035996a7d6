// @ts-check
/** Making and finding elements. Text only ever goes in as text nodes: all of it comes from data sets. */

/**
 * The element with this id, of the class that the program counts on.
 * @template {Element} T
 * @param {string} id
 * @param {new () => T} kind
 * @returns {T}
 */
export function byId(id, kind) {
  const element = document.getElementById(id);
  if (!(element instanceof kind)) throw new Error(`byId: expected a ${kind.name} with the id ${id}`);
  return element;
}

/**
 * A new HTML element with attributes and children; a child that is a string becomes a text node.
 * @template {keyof HTMLElementTagNameMap} K
 * @param {K} tag
 * @param {Readonly<Record<string, string>>} [attributes]
 * @param {...(Node | string)} children
 * @returns {HTMLElementTagNameMap[K]}
 */
export function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

/**
 * A new SVG element with attributes and children.
 * @template {keyof SVGElementTagNameMap} K
 * @param {K} tag
 * @param {Readonly<Record<string, string | number>>} [attributes]
 * @param {...(Node | string)} children
 * @returns {SVGElementTagNameMap[K]}
 */
export function makeSvg(tag, attributes = {}, ...children) {
  const element = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value));
  element.append(...children);
  return element;
}

/**
 * A button that does one thing.
 * @param {string} className
 * @param {() => void} act
 * @param {...(Node | string)} children
 */
export function makeButton(className, act, ...children) {
  const button = make("button", { type: "button", class: className }, ...children);
  button.addEventListener("click", act);
  return button;
}

/**
 * An id from the data as people read it: "depth-comparison" is "Depth comparison".
 * @param {string} id
 */
export function humanise(id) {
  const words = id.replaceAll("-", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** A number with thousands separators. */
export const formatCount = new Intl.NumberFormat("en").format;
