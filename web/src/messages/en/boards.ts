import type { Translation } from '../words.ts'
import type chinese from '../zh-CN/boards.ts'

const english: Translation<typeof chinese> = {
  replyCount: (count) => (count === 1 ? '1 reply' : `${count} replies`),
  edited: 'changed',
  forPlace: (place) => `For ${place}`,
  kind: {
    announcements: 'Announcements',
    party: 'Party branch',
    deliberation: 'Deliberation',
    villageAffairs: 'Village affairs',
    property: 'Property',
    ownersCommittee: 'Owners’ committee',
    police: 'Police',
    familyDoctor: 'Family doctor',
    legal: 'Legal advice',
    guide: 'How to',
    homeVoices: 'Voices of home',
    exchange: 'Among neighbours',
    own: 'Board',
  },
  gridLabel: 'Boards',
  everyday: 'Everyday matters',
  everydayNote: 'The committee answers within 24 hours',
  page: {
    answers: (who) => `${who} answers here within 24 hours`,
    published: 'The committee publishes here; you can ask below',
    amongNeighbours: 'A word among neighbours; no clock runs',
    closed: 'This board is closed; residents do not see it',
    pinned: 'Pinned',
    publishedTitle: 'Published',
    said: 'What was said',
    say: 'Say something here',
    emptyTitle: 'Nobody has said anything yet',
    emptyAnswered: (who) => `Say the first thing; ${who} answers.`,
    emptyFree: 'Anything for your neighbours? Say the first word.',
    emptyPublished: 'What is new will stand here.',
    goneTitle: 'No such board',
    goneText: 'It may have been closed. The others are on the first page.',
    toHome: 'To the first page',
  },
}

export default english
