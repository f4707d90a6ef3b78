import { dataExportWords } from '../messages/data-export.ts'
import { meWords } from '../messages/me.ts'
import { useRegionName } from '../messages/regions.ts'
import { roleWords } from '../messages/roles.ts'
import { serviceRequestWords } from '../messages/service-requests.ts'
import { useWords } from '../messages/use-words.ts'

/** The words of the house for a word of the wire, by the field in which it stands. */
export const useTerms = (): ((key: string, value: string) => string) => {
  const { terms } = useWords(dataExportWords).file
  const me = useWords(meWords)
  const { role } = useWords(roleWords)
  const request = useWords(serviceRequestWords)
  const regionName = useRegionName()
  const known: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    ...terms,
    state: { ...request.state, ...terms.state },
    kind: { ...request.kind, ...me.notificationsPage.kind, ...terms.kind },
    outcome: request.outcome,
    level: request.level,
    tenure: me.tenure,
    memberKind: me.memberKind,
    fields: me.lookUpsPage.field,
    role,
    byRole: role,
  }
  return (key, value) => (key === 'region' ? regionName(value) : (known[key]?.[value] ?? value))
}
