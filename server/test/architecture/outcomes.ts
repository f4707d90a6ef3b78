import { api, type EndpointName } from '@shequtong/contract/api'
import { commonProblems, type ProblemSlug } from '@shequtong/contract/problems'

/** What a request can end in: the reply, or one of the problems. */
export type Outcome = 'ok' | ProblemSlug

/** Pairs that no test can bring about, as `endpoint outcome` or `* outcome`, each with its reason. */
export const unforceable: Readonly<Record<string, string>> = {
  'submitServiceRequest rule-refused': 'the table of rights lets every kind of member submit today; the table decides',
}

/** Every endpoint with every outcome that the contract promises for it, as `endpoint outcome`. */
export const registeredPairs = (excused: Readonly<Record<string, string>> = unforceable): string[] =>
  (Object.keys(api) as EndpointName[])
    .flatMap((name) => (['ok', ...api[name].problems] as Outcome[]).map((outcome) => ({ name, outcome })))
    .filter(({ name, outcome }) => !(`${name} ${outcome}` in excused) && !(`* ${outcome}` in excused))
    .map(({ name, outcome }) => `${name} ${outcome}`)

const common: readonly Outcome[] = commonProblems

/** Whether the contract lets this endpoint end so. */
export const isDeclared = (name: EndpointName, outcome: string): boolean =>
  outcome === 'ok' || [...api[name].problems, ...common].includes(outcome as ProblemSlug)

/** Registered pairs that no test reached. */
export const unreached = (reached: ReadonlySet<string>, registered: readonly string[] = registeredPairs()): string[] =>
  registered.filter((pair) => !reached.has(pair))
