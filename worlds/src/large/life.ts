import type { EventType } from '@shequtong/contract/events'
import type { Result } from '@shequtong/domain/result'
import { acceptHandOver, handOver } from '@shequtong/domain/service-requests/hand-over'
import type { ResponseRule } from '@shequtong/domain/service-requests/response-clock'
import type { WaitingRule } from '@shequtong/domain/service-requests/response-rules'
import * as rules from '@shequtong/domain/service-requests/service-request'
import { type EntryKind, type ServiceRequestKind, transitions } from '@shequtong/domain/service-requests/states'
import { addMs, type Instant, msPerDay, msPerHour, msPerMinute } from '@shequtong/domain/time'
import type { Random } from '../random.ts'
import { type Cadre, type Cast, type Neighbour, neighbourAt } from './cast.ts'
import { idOf } from './ids.ts'
import * as words from './words.ts'

type Request = rules.ServiceRequest

export interface ToldEntry {
  readonly entryId: string
  /** From 1, as they stand in the thread. */
  readonly number: number
  readonly kind: EntryKind
  readonly byMembershipId: string | null
  readonly byRoleGrantId: string | null
  readonly text: string
  readonly handedTo: string | null
  readonly at: Instant
}

export interface ToldFact {
  readonly eventId: string
  readonly type: EventType
  readonly at: Instant
  readonly byPersonId: string | undefined
  /** As the rules left it. */
  readonly request: Request
  readonly more: Readonly<Record<string, unknown>>
}

/** One request with all that was said and done about it until the world ends. */
export interface ToldRequest {
  readonly serviceRequestId: string
  readonly asker: Neighbour
  readonly text: string
  readonly place: string
  readonly request: Request
  readonly answerEntryId: string | null
  readonly entries: readonly ToldEntry[]
  readonly supporters: readonly { readonly membershipId: string; readonly at: Instant }[]
  readonly facts: readonly ToldFact[]
}

/** How long people are given there. */
export interface ClockRules {
  readonly answer: ResponseRule
  readonly waiting: WaitingRule
}

type Speaker = Neighbour | Cadre | undefined

interface Act {
  readonly at: Instant
  readonly do: (at: Instant) => void
}

/** Mostly around `median`, now and then many times as long: how long people take. */
const about = (random: Random, median: number): number => {
  const normal = random.fraction() + random.fraction() + random.fraction() + random.fraction() - 2
  return Math.round(median * 4 ** normal)
}

/**
 * What became of the request that is known by `key` and filed at `at`: every step is asked of the rules, and what they refuse
 * does not happen. Nothing happens after `until`.
 */
export const lifeOf = (
  key: string,
  cast: Cast,
  random: Random,
  at: Instant,
  until: Instant,
  rulesFor: (kind: ServiceRequestKind) => ClockRules,
): ToldRequest | undefined => {
  const asker = neighbourAt(cast, at, random)
  if (asker === undefined) return undefined
  const matter = random.pick(words.matters)
  const clockRules = rulesFor(matter.kind)
  const isPrivate = matter.kind === 'complaint' && random.chance(0.2)
  const where = { 楼道: random.pick(words.corridors), 地方: random.pick(words.grounds), 时候: random.pick(words.soon) }
  const serviceRequestId = idOf(at, key)
  let request = rules.submit(
    { kind: matter.kind, visibility: isPrivate ? 'private' : 'community' },
    clockRules.answer,
    at,
  )
  let answerEntryId: string | null = null
  let askerSpokeAt: Instant | undefined
  const entries: ToldEntry[] = []
  const supporters: { membershipId: string; at: Instant }[] = []
  const facts: ToldFact[] = []

  const tell = (type: EventType, by: Speaker, when: Instant, more: ToldFact['more'] = {}) => {
    facts.push({
      eventId: idOf(when, `${key} fact ${facts.length}`),
      type,
      at: when,
      byPersonId: by?.personId,
      request,
      more,
    })
  }
  const add = (kind: EntryKind, by: Speaker, when: Instant, text: string, handedTo: string | null = null): string => {
    const entryId = idOf(when, `${key} entry ${entries.length}`)
    entries.push({
      entryId,
      number: entries.length + 1,
      kind,
      byMembershipId: by !== undefined && 'membershipId' in by ? by.membershipId : null,
      byRoleGrantId: by !== undefined && 'roleGrantId' in by ? by.roleGrantId : null,
      text,
      handedTo,
      at: when,
    })
    return entryId
  }
  /** Whether the rules let it happen; if so the request stands as they left it. */
  const may = (done: Result<Request>): boolean => {
    if (done.ok) request = done.value
    return done.ok
  }

  const responsible = (): Cadre =>
    request.responsibleRole === 'propertyManager'
      ? cast.propertyManager
      : isPrivate
        ? cast.director
        : random.pick(cast.committee)
  const said = (text: string) => words.said(text, where)

  const acts: Act[] = []
  const later = (medianMs: number, from: Instant, what: Act['do']): Instant => {
    const when = addMs(from, msPerMinute + about(random, medianMs))
    acts.push({ at: when, do: what })
    return when
  }
  const answers = (when: Instant) => {
    const by = responsible()
    const first = request.clock.stoppedAt === undefined
    const done = rules.answer(request, { text: said(matter.answer) }, when)
    if (!done.ok || !done.value.substantive) return
    request = done.value.request
    answerEntryId = add('answer', by, when, said(matter.answer))
    tell('service_request.answered', by, when, { first })
  }
  const resolves = (when: Instant) => {
    const by = responsible()
    if (!may(rules.resolve(request, { result: said(matter.result), outcome: 'solved', onwardOwner: undefined }, when)))
      return
    answerEntryId = add('result', by, when, said(matter.result))
    tell('service_request.resolved', by, when)
  }
  const confirms = (when: Instant) => {
    if (!may(rules.confirm(request, when))) return
    add('confirmation', asker, when, '')
    tell('service_request.confirmed', asker, when)
  }
  const askerReplies = (when: Instant) => {
    if (!transitions.reply.includes(request.state)) return
    request = rules.askerReplies(request, when)
    askerSpokeAt = when
    add('reply', asker, when, random.pick(words.askerWords))
    tell('service_request.replied', asker, when, { byAsker: true })
  }

  const readAt = later(40 * msPerMinute, at, (when) => {
    const by = responsible()
    if (may(rules.read(request, when))) tell('service_request.read', by, when)
  })
  if (random.chance(0.08))
    later(10 * msPerMinute, readAt, (when) => {
      const by = responsible()
      const text = random.pick(words.receipts)
      const done = rules.answer(request, { text }, when)
      if (!done.ok || done.value.substantive) return
      request = done.value.request
      add('receipt', by, when, text)
      tell('service_request.receipt_kept', by, when, { first: false })
    })
  if (random.chance(0.12))
    later(30 * msPerMinute, readAt, (when) => {
      const by = responsible()
      const reason = random.pick(words.handOvers)
      if (!may(handOver(request, { toRole: 'propertyManager', reason }, when))) return
      add('handOver', by, when, reason, 'propertyManager')
      tell('service_request.hand_over_offered', by, when)
      if (!may(acceptHandOver(request, { role: 'propertyManager' }, when))) return
      add('handOverAccepted', responsible(), when, '', 'propertyManager')
      tell('service_request.handed_over', responsible(), when)
    })
  if (random.chance(0.06)) {
    const askedAt = later(msPerHour, readAt, (when) => {
      const by = responsible()
      const text = random.pick(words.questions)
      if (!may(rules.askBack(request, { text }, clockRules.waiting, when))) return
      add('askBack', by, when, text)
      tell('service_request.asked_back', by, when)
    })
    later(3 * msPerHour, askedAt, askerReplies)
  }
  const answeredAt = later((random.chance(0.06) ? 30 : 4) * msPerHour, readAt, answers)
  if (random.chance(0.02))
    later(2 * msPerDay, at, (when) => {
      if (!may(rules.withdraw(request, when))) return
      add('withdrawal', asker, when, '')
      tell('service_request.withdrawn', asker, when)
    })
  const resolvedAt = later(3 * msPerDay, answeredAt, resolves)
  if (random.chance(0.06)) {
    const againAt = later(2 * msPerDay, resolvedAt, (when) => {
      const reason = random.pick(words.reopenings)
      if (!may(rules.reopen(request, { reason }, clockRules.answer, when))) return
      add('reopening', asker, when, reason)
      tell('service_request.reopened', asker, when)
    })
    later(2 * msPerDay, later(2 * msPerDay, later(5 * msPerHour, againAt, answers), resolves), confirms)
  } else if (random.chance(0.75)) later(msPerDay, resolvedAt, confirms)
  if (random.chance(0.2)) later(6 * msPerHour, at, askerReplies)

  if (!isPrivate) {
    const without = new Set([asker.membershipId])
    for (let left = Math.floor(random.fraction() ** 3 * 30); left > 0; left -= 1)
      later(msPerDay, at, (when) => {
        const by = neighbourAt(cast, when, random, without)
        if (by === undefined || !rules.support(request).ok) return
        without.add(by.membershipId)
        supporters.push({ membershipId: by.membershipId, at: when })
        tell('service_request.supported', by, when)
      })
    for (let left = Math.floor(random.fraction() ** 2 * 10); left > 0; left -= 1)
      later(8 * msPerHour, at, (when) => {
        const by = neighbourAt(cast, when, random, new Set([asker.membershipId]))
        if (by === undefined || !transitions.reply.includes(request.state)) return
        add('reply', by, when, random.pick(words.neighbourWords))
        tell('service_request.replied', by, when, { byAsker: false })
      })
  }

  /** What clocks say by themselves up to `now`. */
  const clocksSay = (now: Instant) => {
    for (;;) {
      const done = rules.alert(request, now)
      if (!done.ok) return
      request = done.value.request
      const isBreach = done.value.alert === 'breached'
      if (isBreach) add('breach', undefined, done.value.at, '')
      tell(isBreach ? 'service_request.breached' : 'service_request.clock_alerted', undefined, done.value.at, {
        alert: done.value.alert,
      })
    }
  }
  const silenceEnds = (now: Instant) => {
    const { resolvedAt: since } = request
    if (request.state !== 'resolved' || since === undefined) return
    const due = rules.lapsesAt(askerSpokeAt !== undefined && askerSpokeAt > since ? askerSpokeAt : since)
    if (due > now || !may(rules.lapse(request, due, askerSpokeAt))) return
    add('lapse', undefined, due, '')
    tell('service_request.lapsed', undefined, due)
  }

  tell('service_request.submitted', asker, at)
  for (const act of acts.toSorted((a, b) => a.at.getTime() - b.at.getTime())) {
    if (act.at > until) break
    clocksSay(act.at)
    silenceEnds(act.at)
    act.do(act.at)
  }
  clocksSay(until)
  silenceEnds(until)
  return {
    serviceRequestId,
    asker,
    text: said(matter.trouble) + random.pick(words.since),
    place: asker.buildingName,
    request,
    answerEntryId,
    entries,
    supporters,
    facts,
  }
}
