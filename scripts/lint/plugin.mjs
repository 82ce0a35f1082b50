import { relative, sep } from "node:path";
import { forbidden } from "./who-may-import-whom.mjs";

/**
 * The little of ESLint's rule API that these rules use.
 * @typedef {{ type: string, parent?: Node | null, id?: { name: string } | null, importKind?: string, source?: { value: unknown } | null }} Node
 * @typedef {{ callee: { type: string, name?: string, object?: { name?: string }, property?: { name?: string } }, arguments: unknown[] } & Node} Call
 * @typedef {{ references: { identifier: Node }[] }} Variable
 * @typedef {{ filename: string, cwd: string, report: (found: { node: Node, message: string }) => void,
 *   sourceCode: { getDeclaredVariables: (node: Node) => Variable[] } }} Context
 */

/** @param {Context} context */
const pathOf = ({ cwd, filename }) => relative(cwd, filename).split(sep).join("/");

/** A relative import names no layer by itself (`../sources/state` is in core or not), so built-in path patterns can't tell: this resolves it. */
const whoMayImportWhom = {
  /** @param {Context} context */
  create(context) {
    const file = pathOf(context);
    /** @param {Node} node */
    const look = (node) => {
      const specifier = node.source?.value;
      const message = typeof specifier === "string" ? forbidden(file, specifier) : undefined;
      if (message) context.report({ node, message });
    };
    return {
      ImportDeclaration: look,
      ExportNamedDeclaration: look,
      ExportAllDeclaration: look,
      ImportExpression: look,
    };
  },
};

/** @param {Node | null | undefined} node @returns {boolean} whether it lies in a component, by React's own rule: a capital letter */
const inComponent = (node) =>
  node
    ? (/Function|VariableDeclarator/.test(node.type) && /^[A-Z]/.test(node.id?.name ?? "")) || inComponent(node.parent)
    : false;

/** What a component uses reaches the browser: server code in it would be bundled with the page, or break the build. */
const noServerInComponent = {
  /** @param {Context} context */
  create: (context) => ({
    /** @param {Node} node */
    ImportDeclaration(node) {
      if (node.importKind === "type" || !/\/(server|db)\//.test(String(node.source?.value))) return;
      for (const { references } of context.sourceCode.getDeclaredVariables(node)) {
        const used = references.find(({ identifier }) => inComponent(identifier.parent));
        if (used)
          context.report({
            node: used.identifier,
            message: "Use server and db in loaders, actions and middleware; hand the component their data",
          });
      }
    },
  }),
};

/** @param {Call} node @returns {string | undefined} */
function clockOrChance({ type, callee, arguments: given }) {
  if (callee.name === "Date" && (type === "CallExpression" || given.length === 0))
    return "The time comes in through the Clock port";
  const member = `${callee.object?.name}.${callee.property?.name}`;
  if (member === "Date.now" || member === "performance.now") return "The time comes in through the Clock port";
  if (member === "Math.random") return "Chance comes in through the Random port";
  return undefined;
}

/** With its own clock or chance the core could not be tested without sleeping, or replayed from a seed. */
const noClockOrChance = {
  /** @param {Context} context */
  create(context) {
    /** @param {Call} node */
    const look = (node) => {
      const message = clockOrChance(node);
      if (message) context.report({ node, message });
    };
    return { CallExpression: look, NewExpression: look };
  },
};

export default {
  meta: { name: "deltaboard" },
  rules: {
    "who-may-import-whom": whoMayImportWhom,
    "no-server-in-component": noServerInComponent,
    "no-clock-or-chance": noClockOrChance,
  },
};
