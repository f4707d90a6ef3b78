import type { Tx } from './db.ts'

/**
 * The same transaction, in which a question that was asked before has the answer it had: for a batch whose items ask much the same.
 * Only for reads of what the transaction does not write meanwhile.
 */
export const remembered = (tx: Tx): Tx => {
  const answers = new Map<string, Promise<unknown[]>>()
  const many = <Row>(text: string, values: readonly unknown[] = []): Promise<Row[]> => {
    const question = `${text}\0${JSON.stringify(values)}`
    const known = answers.get(question)
    if (known !== undefined) return known as Promise<Row[]>
    const answer = tx.many<Row>(text, values)
    answers.set(question, answer)
    return answer
  }
  const maybe = async <Row>(text: string, values?: readonly unknown[]) => (await many<Row>(text, values))[0]
  return { ...tx, many, maybe }
}
