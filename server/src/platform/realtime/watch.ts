import { closeCodes } from '@shequtong/contract/realtime'
import type { Connection } from './connection.ts'
import type { Door, Visitor } from './door.ts'

/** Closes the sockets of sessions that ended or wear another hat by now. One look, however many sockets. */
export const closeStale = async <V extends Visitor>(
  door: Pick<Door<V>, 'livingSessions'>,
  connections: Iterable<Connection>,
): Promise<void> => {
  const open = [...connections]
  if (open.length === 0) return
  const living = await door.livingSessions([...new Set(open.map(({ visitor }) => visitor.sessionId))])
  const hats = new Map(living.map(({ sessionId, hatId }) => [sessionId, hatId]))
  for (const { visitor, socket } of open) {
    const hatId = hats.get(visitor.sessionId)
    if (hatId === undefined) socket.close(closeCodes.signedOut, 'signed out')
    else if (hatId !== (visitor.hatId ?? null)) socket.close(closeCodes.capacityChanged, 'capacity changed')
  }
}

/** Drops who left the last ping unanswered and pings the others. */
export const pingAll = (connections: Iterable<Connection>): void => {
  for (const connection of connections) {
    if (!connection.alive) connection.socket.terminate()
    connection.alive = false
    connection.socket.ping()
  }
}
