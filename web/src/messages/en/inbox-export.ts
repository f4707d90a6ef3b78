import type { Translation } from '../words.ts'
import type chinese from '../zh-CN/inbox-export.ts'

const english: Translation<typeof chinese> = {
  open: 'Export',
  title: 'Export the inbox',
  text: 'The file holds the part that is shown now, and nothing that is not on the screen. Who exported it, when and how much is logged, and stands in the file. Delete it after use, and do not pass it on.',
  visibility: { community: 'The community', private: 'The committee only' },
  format: { csv: 'CSV', xlsx: 'Excel' },
  save: (format) => `Save as ${format}`,
  done: (count) => `Saved, ${count} in all. Look among your downloads.`,
  cut: (count) => `The ${count} most urgent were saved; one file holds no more. Narrow the inbox and export again.`,
  watermark: (place, by, moment, number) =>
    `Inbox of ${place}, exported by ${by} on ${moment}, for work only, number ${number}`,
  fileName: (place) => `${place}-inbox`,
  log: 'Who exported before',
  taken: (by, role, count) => `${by} (${role}), ${count} in all`,
  byWords: 'found by words',
  more: 'Earlier ones',
  columns: {
    title: 'What',
    kind: 'Kind',
    place: 'Where',
    by: 'Who said it',
    visibility: 'Who sees it',
    state: 'How far it is',
    responsible: 'Responsible',
    assignee: 'Given to',
    submitted: 'Said at',
    read: 'Read at',
    answered: 'Answered at',
    deadline: 'Answer due',
    reopened: 'Times reopened',
    merged: 'Merged into it',
    number: 'Number',
  },
}

export default english
