import ts from 'typescript';

/** Words that begin like a sentence, or two words in a row. */
const sentence = /^\s*\p{Lu}\p{Ll}+[^/]*$|\p{L}{2}[,.:;]? +\p{L}{2}/u;

/** The texts that code holds outside of what only machines read: each as "file:line: text". */
export function sentencesIn(file: string, source: string): string[] {
  const tree = ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (forMachines(node)) return;
    const isText = ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node);
    if (isText && sentence.test(node.text)) {
      const { line } = tree.getLineAndCharacterOfPosition(node.getStart());
      found.push(`${file}:${line + 1}: ${node.text.trim()}`);
    }
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return found;
}

/** Modules, types, faults for the console, selectors and names of classes, keys that are compared. */
function forMachines(node: ts.Node): boolean {
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node) || ts.isThrowStatement(node)) return true;
  if (ts.isTypeNode(node)) return true;
  if (ts.isNewExpression(node)) return node.expression.getText() === 'Error';
  if (ts.isJsxAttribute(node)) return ['class', 'rel', 'accept'].includes(node.name.getText());
  if (ts.isVariableDeclaration(node) || ts.isFunctionDeclaration(node))
    return /class(es)?$/i.test(node.name?.getText() ?? '');
  if (ts.isCallExpression(node))
    return (
      node.expression.kind === ts.SyntaxKind.ImportKeyword ||
      /(matches|closest|querySelector(All)?)$/.test(node.expression.getText())
    );
  return ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.EqualsEqualsEqualsToken;
}
