import { ceilingLeak, cleanRubbishRoom, corridorHandrail, lockedGate, rubbishRoom } from './corners.ts'
import { darkPath, junctionBox, litPath } from './night.ts'
import { bicycleFence, blockedFireLane, dirtyYard, pavilionVine } from './outdoors.ts'
import type { PictureName } from './picture-names.ts'

const scenes: Readonly<Record<PictureName, () => string>> = {
  'dark-path': darkPath,
  'junction-box': junctionBox,
  'lit-path': litPath,
  'dirty-yard': dirtyYard,
  'rubbish-room': rubbishRoom,
  'clean-rubbish-room': cleanRubbishRoom,
  'bicycle-fence': bicycleFence,
  'corridor-handrail': corridorHandrail,
  'blocked-fire-lane': blockedFireLane,
  'locked-gate': lockedGate,
  'ceiling-leak': ceilingLeak,
  'pavilion-vine': pavilionVine,
}

/** The scene as an SVG document of 1200 × 900 px, the same every time; the caller turns it into a photo's format. */
export const drawPicture = (name: PictureName): string => scenes[name]()
