import { useState } from 'preact/hooks'
import type { RollPlace } from './place.ts'
import { holdRollFile, rollFileMaxBytes } from './roll-file.ts'
import type { Trial } from './trial.ts'
import { type RollUpload, useRollUpload } from './use-roll-upload.ts'

export interface Looking {
  readonly look: (file: File) => void
  /** Of the file looked at. */
  readonly name: string
  readonly upload: RollUpload
  /** Not sent: it could not be opened on this device, or is larger than the server takes. */
  readonly kept: 'gone' | 'body-too-large' | undefined
}

/** From a file to its dry run. */
export const useTrial = (place: RollPlace, onTrial: (trial: Trial) => void): Looking => {
  const upload = useRollUpload('checkRoll', place)
  const [name, setName] = useState('')
  const [kept, keep] = useState<Looking['kept']>(undefined)
  const look = async (chosen: File) => {
    setName(chosen.name)
    upload.reset()
    keep(undefined)
    if (chosen.size > rollFileMaxBytes) return keep('body-too-large')
    const file = await holdRollFile(chosen).catch(() => undefined)
    if (file === undefined) return keep('gone')
    const plan = await upload.send(file)
    if (plan !== undefined) onTrial({ file, plan })
  }
  return { look: (file) => void look(file), name, upload, kept }
}
