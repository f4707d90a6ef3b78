import type { Translation } from '../words.ts'
import type chinese from '../zh-CN/compose.ts'

const english: Translation<typeof chinese> = {
  title: 'What is it?',
  kept: 'Draft kept',
  kindLegend: 'What is it',
  textLabel: 'Tell us',
  textPlaceholder: 'Where, what, since when',
  photosTitle: 'Photos',
  photosHint: 'A picture says it best; up to 9. Location data is removed.',
  buildingLabel: 'Which building',
  noBuilding: 'Not in a building, or not sure',
  placeLabel: 'Where',
  placePlaceholder: 'For example: path north of building 92',
  placeChips: 'Usual places',
  stairs: (building) => `${building}, stairs`,
  gate: 'Main gate',
  grounds: 'In the compound',
  whoSees: 'Who sees it',
  community: 'Neighbours here',
  communityNote: 'They can read it and help',
  private: 'Only the committee',
  privateNote: 'Who leads the committee and who handles it see it; neighbours do not',
  promise: 'The committee answers within 24 hours',
  send: 'Send',
  photosOnWay: 'Sending once the photos are up, one moment',
  elsewhere: 'In an emergency call 110, 119 or 120 first',
  errors: {
    empty: 'Write something first, a few words will do.',
    placeEmpty: 'Where is it? A building or a place, so that it can be found.',
    personalData:
      'What is marked looks like a phone or ID number. Neighbours can read this: take it out. The committee can reach you anyway.',
    tooLong: 'Too long; shorten it, please.',
    notReadable: 'There are invisible characters in it; take them out first.',
    photos: 'One photo was not recognised; take it out and try again.',
    unconnected: 'No connection. Words and photos are kept; press again once you are online.',
    notNow: 'Not sent; words and photos are kept. Press again in a moment.',
    notPermitted: 'You cannot post here in the capacity you act in. Change it under “Me”, or ask the committee.',
    tooFast: 'A little too fast; wait a moment and press again. Your words are kept.',
    fileKind: 'This kind of picture is not accepted; JPG, PNG or WebP, please.',
    fileSize: 'This picture is too large; take a smaller one.',
  },
}

export default english
