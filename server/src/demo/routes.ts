import type { PersonaView } from '@shequtong/contract/sessions'
import { checkMobileNumber } from '@shequtong/domain/identity/phone'
import type { Handlers } from '../http/call.ts'
import { invalid, notFound } from '../platform/refusal.ts'
import { admit } from '../sign-in/public.ts'
import { wasAsked } from './asked-phone.ts'

interface PersonaRow {
  personaId: string
  personId: string
  shownName: string
  role: PersonaView['role']
  what: string
  shell: PersonaView['shell']
  elder: boolean
}

const columns = `persona_id as "personaId", person_id as "personId", shown_name as "shownName", role, what, shell, elder`

/** Sign in as a persona with one click: only where the settings say that this is a demo. */
export const demoRoutes: Handlers<'listPersonas' | 'signInAsPersona' | 'readDemoStage' | 'readDemoMessages'> = {
  listPersonas: async ({ db, services }) => {
    if (!services.settings.demo) throw notFound()
    const rows = await db.many<PersonaRow>(`select ${columns} from demo_personas order by position`)
    const code = await db.maybe<{ code: string }>(
      // the compound of the story is the one furnished first (ids grow with time), also after its code was re-issued
      `select current.code from qr_codes current
       join qr_codes first on first.compound_id = current.compound_id and first.edition = 1
       where current.revoked_at is null order by first.qr_code_id limit 1`,
    )
    return {
      personas: rows.map(({ personId: _, ...persona }) => persona),
      joinPath: code === undefined ? null : `/j/${code.code}`,
    }
  },
  signInAsPersona: async (tx, call) => {
    if (!call.services.settings.demo) throw notFound()
    const persona = await tx.maybe<PersonaRow>(`select ${columns} from demo_personas where persona_id = $1`, [
      call.input.body.personaId,
    ])
    if (persona === undefined) throw notFound()
    return admit(tx, call, persona.personId)
  },
  readDemoStage: async ({ services }) => {
    if (services.demo === undefined) throw notFound()
    return { siteUrl: services.settings.publicUrl, papers: await services.demo.papers() }
  },
  readDemoMessages: async (_tx, { input, services, http }) => {
    if (services.demo?.messages === undefined) throw notFound()
    const phone = checkMobileNumber(input.body.phone)
    if (!phone.ok) throw invalid('/phone', phone.violation.code)
    if (!wasAsked(http.request, services, phone.value)) return { messages: [] }
    const sent = await services.demo.messages(phone.value)
    return { messages: sent.map(({ template, values, at }) => ({ template, values, sentAt: at })) }
  },
}
