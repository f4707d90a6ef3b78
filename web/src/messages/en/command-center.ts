import type { Translation } from '../words.ts'
import type chinese from '../zh-CN/command-center.ts'

const many = (count: number, one: string, more: string) => `${count} ${count === 1 ? one : more}`
const compact = new Intl.NumberFormat('en', { notation: 'compact', maximumFractionDigits: 1 })
const grouped = new Intl.NumberFormat('en')

const english: Translation<typeof chinese> = {
  title: 'Command center',
  district: (name) => `${name} · Shequtong`,
  number: (value) => (value < 10_000 ? grouped.format(value) : compact.format(value)),
  scale: () => '',
  exact: (value) => grouped.format(value),
  colon: (name, meaning) => `${name}: ${meaning}`,
  figures: {
    title: 'The district at a glance',
    exactly: (value, unit) => `Right now: ${value} ${unit}.`,
    communities: {
      name: 'Communities',
      unit: '',
      meaning:
        'Residents’ and villagers’ committees here, whether they use Shequtong yet or not. Counted from the administrative list as it stands now.',
    },
    households: {
      name: 'Households',
      unit: '',
      meaning:
        'Dwellings with at least one registered and checked resident. Counted since each community began; taken off when the last one leaves.',
    },
    members: {
      name: 'Residents',
      unit: '',
      meaning:
        'Registered and checked residents and villagers. Someone who lives in two communities counts twice. Counted since each community began; taken off when they leave.',
    },
    enterprises: {
      name: 'Enterprises',
      unit: '',
      meaning: 'Registered and checked as an enterprise. Counted since each community began.',
    },
    merchants: {
      name: 'Merchants',
      unit: '',
      meaning: 'Registered and checked as a street merchant. Counted since each community began.',
    },
    partyMembers: {
      name: 'Party members',
      unit: '',
      meaning:
        'Those who agreed to show that they are Party members. Whoever does not show it is not counted; a consent taken back is taken off.',
    },
    employees: {
      name: 'Employees',
      unit: '',
      meaning: 'Registered and checked as an employee of an enterprise. Counted since each community began.',
    },
    interactions: {
      name: 'Exchanges',
      unit: '',
      meaning:
        'A request, a post, a neighbour’s reply, an answer, a question back, a “me too”: one each. Looking does not count, nor does a bare “received”; a “me too” taken back is taken off. Counted since the beginning.',
    },
    waiting: {
      name: 'Waiting',
      unit: '',
      meaning: 'Items without a real answer yet, paused ones included. A bare “received” is no answer. As of now.',
    },
    overdue: {
      name: 'Late',
      unit: '',
      meaning: 'Of those waiting, past the promised time (24 hours as a rule). A paused clock does not run.',
    },
    inHand: { name: 'In hand', unit: '', meaning: 'Answered, no result stated yet. As of now.' },
    awaitingConfirmation: {
      name: 'To confirm',
      unit: '',
      meaning:
        'A result is stated and the asker has the word. After seven silent days it ends, and does not count as confirmed.',
    },
  },
  tools: {
    definition: 'Definition',
    table: 'Table',
    csv: 'CSV',
    of: (tool, title) => `${tool}: ${title}`,
    tableOf: (title) => `${title}: table`,
    download: 'Download CSV',
  },
  voices: {
    title: 'Voices now',
    today: (all, hidden) => `${all} today${hidden === 0 ? '' : `, ${hidden} for the committee only`}`,
    meanings: [
      'Voices now: what residents just said, newest first; it appears by itself. Only what the whole community can read.',
      'The number of today runs from midnight and includes what only the committee reads, which is not listed here.',
    ],
    said: 'Words',
    at: 'When',
    reached: 'How far',
    empty: 'Nobody has spoken yet. As soon as someone does, it stands here.',
    answered: (duration) => `answered in ${duration}`,
    resolved: (duration) => `solved in ${duration}`,
    heard: (ago) => `heard ${ago}`,
    unheard: (duration) => `unheard for ${duration}`,
  },
  spans: {
    title: 'Until heard, answered, solved',
    heard: 'Heard',
    answered: 'Answered',
    resolved: 'Solved',
    meanings: [
      'Heard, in the bars: from posting until someone responsible first opened it.',
      'Answered, in the bars: from posting until the first real answer. A bare “received” does not count.',
      'Solved, in the bars: from posting until a result was first stated. What came after a reopening is in no bar.',
      'Bars are numbers of items, not of people, on the day of hearing, answering, solving. What is not yet heard, answered or solved is not in here.',
      '“Half within 4 h”: times are counted in steps, so it is known into which step the middle item falls and not how long exactly it took. The same holds for nine in ten. The table has both ends of the step.',
    ],
    halfRow: 'Half within',
    mostRow: 'Nine in ten within',
    between: (from, to) => `between ${from} and ${to}`,
    over: (from) => `over ${from}`,
    within: (span) => `≤ ${span}`,
    later: 'longer',
    half: (span) => `half within ${span}`,
    most: (span) => `nine in ten within ${span}`,
    halfLater: (span) => `half take over ${span}`,
    mostLater: (span) => `one in ten takes over ${span}`,
    none: 'none yet',
    step: 'Step',
    howLong: 'Within',
    count: 'Items',
    hours: (count) => `${count} h`,
    minutes: (count) => `${count} min`,
    days: (count) => many(count, 'day', 'days'),
  },
  period: {
    title: 'Which days',
    today: 'Today',
    week: '7 days',
    month: '30 days',
    quarter: '90 days',
    always: 'Since the beginning',
    before: {
      today: 'yesterday',
      week: '7 days before',
      month: '30 days before',
      quarter: '90 days before',
      always: '',
    },
    dated: (name, from, to) => `${name} (${from} to ${to})`,
    compared: (before, value) => `${before}: ${value}`,
    meanings: {
      days: (from, to) => `These days: ${from} to ${to}. Today is not over yet.`,
      always: (to) =>
        `From the day each community began to ${to}. Today is not over yet. Nothing lies before to compare.`,
      before: (from, to) => `Compared with ${from} to ${to}: as many days, all of them over.`,
    },
  },
  deeds: {
    submitted: {
      name: 'Posted',
      meaning: 'Posted: items posted in these days, those for the committee only and those taken back included.',
    },
    answered: {
      name: 'Answered',
      meaning: 'Answered: items that got their first real answer in these days; they may have been posted earlier.',
    },
    resolved: {
      name: 'Solved',
      meaning: 'Solved: results stated in these days. Reopened and solved again counts again.',
    },
    reopened: { name: 'Reopened', meaning: 'Reopened: how often a resident said that it is not done.' },
    overdue: {
      name: 'Late',
      meaning:
        'Late: how often the promised time passed without an answer. It stays counted when an answer came later.',
    },
  },
  hours: {
    title: 'The last 24 hours',
    submitted: 'posted',
    answered: 'answered',
    peak: (clock, count) => `most posted at ${clock}: ${count}`,
    quiet: 'Nobody has spoken in these 24 hours',
    meanings: [
      'Two bars per hour: grey is what was posted in that hour, green is what got its first real answer in that hour.',
      'What is answered in an hour may have been posted earlier. The right-most hour is still running.',
    ],
    hour: 'Hour',
    bar: (clock, submitted, answered) => `${clock}: ${submitted} posted, ${answered} answered`,
  },
  oldest: {
    title: 'Waiting longest',
    note: 'no answer yet',
    inTime: 'still in time',
    meanings: [
      'Items without a real answer, longest wait first. A reopened one waits from its reopening.',
      'Items are listed, never people. “With” names the office that owes the answer. Of a private item only its existence is shown.',
    ],
    with: (office) => `with ${office}`,
    empty: 'Nobody is waiting. Everything has an answer.',
    item: 'Item',
    where: 'Where',
    waitedSince: 'Waiting since',
    promisedUntil: 'Promised until',
    office: 'With',
  },
  backlog: {
    title: 'Unfinished',
    count: (count) => count,
    meanings: [
      'The longer the bar, the more is unfinished. Amber: waiting. Grey: in hand. Green: for the resident to confirm.',
      'Tiles stand in administrative order. “Waiting first” shows first where people wait too long; it is about items, no ranking and no score. As of now.',
    ],
    orderTitle: 'Order',
    orders: { administrative: 'By code', waiting: 'Waiting first' },
    communities: (count) => many(count, 'community', 'communities'),
    waiting: (count, duration) => `${count} waiting, up to ${duration}`,
    overdue: (waiting, overdue) => `${waiting} waiting, ${overdue} late`,
    allAnswered: 'all answered',
    clear: 'nothing unfinished',
    nobody: 'nobody registered yet',
    name: 'Name',
    oldest: 'Longest waiting since',
    bar: (waiting, inHand, confirmation) => `${waiting} waiting, ${inHand} in hand, ${confirmation} to confirm`,
    since: (moment) => `waiting since ${moment}`,
  },
  find: {
    title: 'Find a community',
    label: 'Name of the community',
    placeholder: 'a character or two of its name',
    all: (count) => `${count} in all; a character or two is enough.`,
    none: 'No such name. Try with one character less.',
    more: (count) => `${count} more; type another character.`,
    found: (count) => `${count} found`,
  },
  subdistrict: {
    kinds: (neighbourhoods, villages) =>
      [`${neighbourhoods} neighbourhood`, ...(villages === 0 ? [] : [`${villages} village`])].join(', '),
    overdue: 'Not answered in time',
    overdueNote:
      'Past their time without an answer, the longest first. What is paused or waits for the resident is not among them.',
    overdueEmpty: 'Nothing is overdue.',
    privacy: 'Public words can be read here. Of what is meant for the committee alone, only the number.',
  },
  community: {
    facts: 'This community',
    subAreas: 'Parts',
    open: 'Unfinished items',
    openNote: (count) => `${count}, most urgent first`,
    openMeanings: [
      'Unfinished: waiting, in hand, or for the resident to confirm. Waiting ones first, by the time they are promised; the others after them.',
      'Table and CSV hold what is listed so far. Of a private item only its existence is shown.',
    ],
    openEmpty: 'Nothing is unfinished. What is done stands on the community’s own page.',
    more: 'Show more',
    restricted: 'For the committee only',
    restrictedNote: 'not shown here',
    restrictedTitle: 'For the committee only',
    restrictedText:
      'The asker wants only the committee to know, so neither title nor words are shown, only how long it waits. You can read it once the committee escalates it, or after you state a reason.',
    lookInto: 'State a reason and read',
    lookIntoTitle: 'Why do you need to read this?',
    lookIntoLabel: 'Reason',
    lookIntoHint:
      'Your name and this reason are written into the item; the asker reads them, and nobody can remove them.',
    lookIntoDo: 'Log it and open',
    confirm: 'resident’s word',
    inHand: (duration) => `in hand ${duration}`,
    privacy:
      'Names are those that residents chose. Looking up a true identity needs a reason, is logged, and the person is told.',
    noRanking: 'Items are looked at here. People are neither ranked nor scored.',
    choose: 'Choose an item to read it',
    chooseText: 'Who said what, who answered, how far it is. Here you read; the committee answers.',
    threadGone: 'This item cannot be read here',
    threadGoneText: 'It may have been taken back, or is for the committee only.',
    back: 'Back to the community',
    waits: 'Now',
    fact: 'Fact',
    value: 'Figure',
    definition: [
      'Households, residents, waiting, late, in hand and to confirm are as of now.',
      'Posted, answered, solved, reopened and late further down are of the days chosen.',
    ],
  },
  gone: {
    crumb: 'Not found',
    title: 'There is no page for you here',
    text: 'The address may be cut short, or a colleague elsewhere reads it. Your own page is the first one.',
    home: 'Home',
  },
}

export default english
