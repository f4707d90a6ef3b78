import { type AddressInfo, createServer } from 'node:net'
import { StartRefusal } from '../platform/start-refusal.ts'

/** Refuses early, before the slow steps of a start, a port that someone else has. */
export const checkPortFree = async (host: string, port: number): Promise<void> => {
  const error = await tryListen(host, port)
  if (error !== undefined) throw await explainListen(error, host, port)
}

/** For PORT=0, any free port: its number is chosen before the start prints and gives away addresses. */
export const portToTake = (host: string, port: number): Promise<number> =>
  port !== 0
    ? Promise.resolve(port)
    : new Promise((resolve, reject) => {
        const server = createServer()
        server.once('error', (error) => void explainListen(error, host, port).then(reject))
        server.listen(0, host, () => {
          const { port: free } = server.address() as AddressInfo
          server.close(() => resolve(free))
        })
      })

/** The sentence for an error of `listen`; an error of another kind is returned as it is. */
export const explainListen = async (error: NodeJS.ErrnoException, host: string, port: number): Promise<Error> => {
  if (error.code === 'EADDRINUSE') {
    const free = await nextFree(host, port)
    return new StartRefusal(
      'port-busy',
      { zh: `端口 ${port} 已被另一个程序占用。`, en: `Port ${port} is taken by another program.` },
      {
        zh: `请换一个端口：PORT=${free} npm start，或先停止那个程序。`,
        en: `Choose another one: PORT=${free} npm start, or stop that program.`,
      },
      error,
    )
  }
  if (error.code === 'EACCES') {
    return new StartRefusal(
      'port-not-permitted',
      { zh: `当前用户不能使用端口 ${port}。`, en: `This user may not listen on port ${port}.` },
      { zh: '请使用 1024 以上的端口：PORT=3000 npm start。', en: 'Choose one from 1024 up: PORT=3000 npm start.' },
      error,
    )
  }
  if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND') {
    return new StartRefusal(
      'host-unknown',
      { zh: `这台机器没有地址 ${host}。`, en: `This machine has no address ${host}.` },
      { zh: '请检查 HOST，或去掉它。', en: 'Check HOST, or leave it out.' },
      error,
    )
  }
  return error
}

const tryListen = (host: string, port: number): Promise<NodeJS.ErrnoException | undefined> =>
  new Promise((resolve) => {
    const server = createServer()
    server.once('error', resolve)
    server.listen(port, host, () => server.close(() => resolve(undefined)))
  })

const nextFree = async (host: string, port: number): Promise<number> => {
  for (let candidate = port + 1; candidate <= Math.min(port + 50, 65_535); candidate += 1) {
    if ((await tryListen(host, candidate)) === undefined) return candidate
  }
  return 0
}
