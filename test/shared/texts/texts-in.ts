import ts from 'typescript';

/** Attributes, and fields of objects handed to components, whose words people read or hear. */
const read = new Set([
  'aria-label',
  'aria-description',
  'aria-valuetext',
  'aria-roledescription',
  'alt',
  'title',
  'placeholder',
  'label',
  'heading',
  'text',
]);

/** The texts that stand in a component itself, each as "file:line: text": between tags, in braces, in attributes that are read. */
export function textsIn(file: string, source: string): string[] {
  const tree = ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
  const found: string[] = [];
  const note = (node: ts.Node, text: string, from: number) => {
    if (!/\p{L}/u.test(text)) return;
    const at = from + text.length - text.trimStart().length;
    const { line } = tree.getLineAndCharacterOfPosition(Math.min(at, node.end));
    found.push(`${file}:${line + 1}: ${text.trim().replace(/\s+/g, ' ')}`);
  };

  /** The literals that an expression may come to: what decides between them, or goes into a call, is not shown. */
  const shown = (node: ts.Expression | undefined): void => {
    if (!node) return;
    if (ts.isStringLiteralLike(node)) note(node, node.text, node.getStart());
    else if (ts.isTemplateExpression(node)) {
      note(node.head, node.head.text, node.head.getStart());
      for (const { expression, literal } of node.templateSpans) {
        shown(expression);
        note(literal, literal.text, literal.getStart());
      }
    } else if (ts.isParenthesizedExpression(node)) shown(node.expression);
    else if (ts.isConditionalExpression(node)) {
      shown(node.whenTrue);
      shown(node.whenFalse);
    } else if (ts.isBinaryExpression(node) && joining.has(node.operatorToken.kind)) {
      if (node.operatorToken.kind !== ts.SyntaxKind.AmpersandAmpersandToken) shown(node.left);
      shown(node.right);
    }
  };

  const visit = (node: ts.Node): void => {
    // What stands on a key is the key's name in the code too, the same in every language.
    if (ts.isJsxElement(node) && node.openingElement.tagName.getText() === 'kbd') return;
    if (ts.isJsxText(node)) note(node, node.text, node.pos);
    else if (ts.isJsxExpression(node) && !ts.isJsxAttribute(node.parent)) shown(node.expression);
    else if (ts.isJsxAttribute(node) && read.has(node.name.getText())) {
      const value = node.initializer;
      if (value && ts.isStringLiteral(value)) shown(value);
      if (value && ts.isJsxExpression(value)) shown(value.expression);
    } else if (ts.isPropertyAssignment(node) && read.has(node.name.getText())) shown(node.initializer);
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return found;
}

const joining: ReadonlySet<ts.SyntaxKind> = new Set([
  ts.SyntaxKind.AmpersandAmpersandToken,
  ts.SyntaxKind.BarBarToken,
  ts.SyntaxKind.QuestionQuestionToken,
  ts.SyntaxKind.PlusToken,
]);
