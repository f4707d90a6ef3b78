import { useState } from 'preact/hooks'
import type { RollPlace } from './place.ts'
import type { Trial } from './roll.tsx'
import { holdRollFile } from './roll-file.ts'
import { type RollUpload, useRollUpload } from './use-roll-upload.ts'

export interface Looking {
  readonly look: (file: File) => void
  /** Of the file looked at. */
  readonly name: string
  readonly upload: RollUpload
}

/** From a file to its dry run. */
export const useTrial = (place: RollPlace, onTrial: (trial: Trial) => void): Looking => {
  const upload = useRollUpload('checkRoll', place)
  const [name, setName] = useState('')
  const look = async (chosen: File) => {
    setName(chosen.name)
    const file = await holdRollFile(chosen)
    const plan = await upload.send(file)
    if (plan !== undefined) onTrial({ file, plan })
  }
  return { look: (file) => void look(file), name, upload }
}
