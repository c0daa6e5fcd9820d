// Words read while a module loads stay in the language of that moment: they may only be read when something is drawn or said.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

const FOLDERS = ['main', 'renderer', 'shared'];
const SKIPPED = new Set(['node_modules', 'dist', 'gallery']);

/**
 * Every read of an import from shared/text that happens while its module loads, one line each.
 * @param {string} at
 * @returns {Promise<string[]>}
 */
export async function texts(at) {
  return FOLDERS.filter((folder) => existsSync(path.join(at, folder)))
    .flatMap((folder) => sourcesBelow(at, folder))
    .flatMap((file) => readsIn(file, readFileSync(path.join(at, file), 'utf8')));
}

/** @param {string} file @param {string} source @returns {string[]} */
function readsIn(file, source) {
  if (!source.includes('/text/') && !file.startsWith('shared/text/')) return [];
  const kind = file.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  const tree = ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true, kind);
  const names = wordsImported(tree, file);
  /** @type {string[]} */
  const found = [];
  /** @param {ts.Node} node */
  const look = (node) => {
    if (waits(node)) return;
    if (ts.isIdentifier(node) && names.has(node.text) && isRead(node)) {
      const { line } = tree.getLineAndCharacterOfPosition(node.getStart());
      found.push(`${file}:${line + 1}: ${node.text} is read while the module loads, and stays in the language of that moment`);
    }
    ts.forEachChild(node, look);
  };
  if (names.size > 0) ts.forEachChild(tree, look);
  return found;
}

/** What is not run when the module loads, and what is no code at all. @param {ts.Node} node */
function waits(node) {
  if (ts.isFunctionLike(node) || ts.isTypeNode(node) || ts.isImportDeclaration(node)) return true;
  return ts.isPropertyDeclaration(node) && !(ts.getCombinedModifierFlags(node) & ts.ModifierFlags.Static);
}

/** The names of words may be listed at any time; their values may not be read. @param {ts.Identifier} node */
function isRead(node) {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent) && parent.name === node) return false;
  if (ts.isPropertyAssignment(parent) && parent.name === node) return false;
  if (ts.isExportSpecifier(parent)) return false;
  return !(ts.isCallExpression(parent) && parent.expression.getText() === 'Object.keys');
}

/** What a file imports of shared/text that has a language. @param {ts.SourceFile} tree @param {string} file @returns {Set<string>} */
function wordsImported(tree, file) {
  const names = tree.statements.flatMap((one) => {
    if (!ts.isImportDeclaration(one) || !ts.isStringLiteral(one.moduleSpecifier)) return [];
    const from = path.posix.join(path.posix.dirname(file), one.moduleSpecifier.text);
    if (!from.startsWith('shared/text/') || /\/(language|speak)\.ts$/.test(from)) return [];
    const bindings = one.importClause?.namedBindings;
    if (one.importClause?.isTypeOnly || bindings === undefined || !ts.isNamedImports(bindings)) return [];
    return bindings.elements.filter((each) => !each.isTypeOnly && /^[a-z]/.test(each.name.text)).map((each) => each.name.text);
  });
  return new Set(names);
}

/** @param {string} at @param {string} below @returns {string[]} */
function sourcesBelow(at, below) {
  return readdirSync(path.join(at, below), { withFileTypes: true }).flatMap((entry) => {
    const name = `${below}/${entry.name}`;
    if (entry.isDirectory()) return SKIPPED.has(entry.name) || name === 'shared/text/de' ? [] : sourcesBelow(at, name);
    return /\.tsx?$/.test(entry.name) ? [name] : [];
  });
}
