import { readFile } from 'node:fs/promises'
import ts from 'typescript'

/** One small change of a source that a test ought to notice. */
export interface Mutant {
  readonly file: string
  readonly line: number
  readonly start: number
  readonly end: number
  readonly was: string
  readonly becomes: string
}

const operators: Partial<Record<ts.SyntaxKind, string>> = {
  [ts.SyntaxKind.LessThanToken]: '<=',
  [ts.SyntaxKind.LessThanEqualsToken]: '<',
  [ts.SyntaxKind.GreaterThanToken]: '>=',
  [ts.SyntaxKind.GreaterThanEqualsToken]: '>',
  [ts.SyntaxKind.EqualsEqualsEqualsToken]: '!==',
  [ts.SyntaxKind.ExclamationEqualsEqualsToken]: '===',
  [ts.SyntaxKind.AmpersandAmpersandToken]: '||',
  [ts.SyntaxKind.BarBarToken]: '&&',
  [ts.SyntaxKind.PlusToken]: '-',
  [ts.SyntaxKind.MinusToken]: '+',
  [ts.SyntaxKind.AsteriskToken]: '/',
  [ts.SyntaxKind.PercentToken]: '*',
}

/** Boundaries, conditions, signs, numbers and truth values; types, imports and words are left alone. */
const replacementOf = (node: ts.Node): { at: ts.Node; by: string } | undefined => {
  if (ts.isBinaryExpression(node)) {
    const by = operators[node.operatorToken.kind]
    return by === undefined ? undefined : { at: node.operatorToken, by }
  }
  if (ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.ExclamationToken)
    return { at: node, by: node.operand.getText() }
  if (ts.isNumericLiteral(node) && !ts.isLiteralTypeNode(node.parent))
    return { at: node, by: `(${node.getText()} + 1)` }
  if (node.kind === ts.SyntaxKind.TrueKeyword && !ts.isLiteralTypeNode(node.parent)) return { at: node, by: 'false' }
  if (node.kind === ts.SyntaxKind.FalseKeyword && !ts.isLiteralTypeNode(node.parent)) return { at: node, by: 'true' }
  if (ts.isConditionalExpression(node)) return { at: node.condition, by: `!(${node.condition.getText()})` }
  if (ts.isIfStatement(node)) return { at: node.expression, by: `!(${node.expression.getText()})` }
  return undefined
}

export const mutantsOf = (file: string, text: string): Mutant[] => {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true)
  const found: Mutant[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isTypeNode(node) || ts.isImportDeclaration(node)) return
    const replacement = replacementOf(node)
    if (replacement !== undefined) {
      const { at, by } = replacement
      const start = at.getStart(source)
      const line = source.getLineAndCharacterOfPosition(start).line + 1
      found.push({ file, line, start, end: at.end, was: at.getText(source), becomes: by })
    }
    ts.forEachChild(node, visit)
  }
  visit(source)
  return found
}

export const readMutants = async (file: string): Promise<Mutant[]> => mutantsOf(file, await readFile(file, 'utf8'))

export const apply = (text: string, { start, end, becomes }: Mutant): string =>
  text.slice(0, start) + becomes + text.slice(end)
