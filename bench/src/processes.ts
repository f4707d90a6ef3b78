import { type ChildProcess, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { FromGenerator, Measured, Round, Target, ToGenerator } from './messages.ts'

const start = (program: string, args: readonly string[]): ChildProcess =>
  fork(fileURLToPath(new URL(program, import.meta.url)), args, {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    execArgv: ['--expose-gc'],
  })

const heard = <T>(child: ChildProcess): Promise<T> =>
  new Promise((resolve, reject) => {
    child.once('message', (message) => resolve(message as T))
    child.once('exit', (code) => reject(new Error(`a process of the bench ended with ${code}`)))
  })

export interface Listening {
  readonly port: number
  /** After a collection; the subject alone tells. */
  readonly heapBytes: () => Promise<number>
  readonly stop: () => void
}

/** A program that says on which port it listens. */
export const startListening = async (program: string, args: readonly string[]): Promise<Listening> => {
  const child = start(program, args)
  const { port } = await heard<{ port: number }>(child)
  const heapBytes = async () => {
    const answer = heard<{ heapBytes: number }>(child)
    child.send('collect')
    return (await answer).heapBytes
  }
  return { port, heapBytes, stop: () => child.disconnect() }
}

export interface Generator {
  measure(round: Round): Promise<Measured>
  /** Another process, so that it goes on evenly while this one is busy. */
  background(target: Target, perSecond: number): void
  stop(): void
}

export const startGenerator = (): Generator => {
  const [measuring, writing] = [start('./generator.ts', []), start('./generator.ts', [])]
  let backgroundFault: string | undefined
  writing.on('message', (message: FromGenerator) => {
    if (message.kind === 'failed') backgroundFault = message.fault
  })
  const tell = (child: ChildProcess, message: ToGenerator) => child.send(message)
  return {
    async measure(round) {
      const answer = heard<FromGenerator>(measuring)
      tell(measuring, { kind: 'measure', round })
      const said = await answer
      measuring.removeAllListeners('exit')
      if (said.kind === 'failed') throw new Error(said.fault)
      if (backgroundFault !== undefined) throw new Error(`the background writes: ${backgroundFault}`)
      return said.measured
    },
    background: (target, perSecond) => tell(writing, { kind: 'background', target, perSecond }),
    stop: () => {
      measuring.disconnect()
      writing.disconnect()
    },
  }
}
