export const pictureNames = [
  'dark-path',
  'junction-box',
  'lit-path',
  'dirty-yard',
  'rubbish-room',
  'clean-rubbish-room',
  'bicycle-fence',
  'corridor-handrail',
  'blocked-fire-lane',
  'locked-gate',
  'ceiling-leak',
  'pavilion-vine',
] as const
export type PictureName = (typeof pictureNames)[number]
