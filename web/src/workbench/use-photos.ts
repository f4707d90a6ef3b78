import { useEffect, useRef, useState } from 'preact/hooks'
import { client } from '../api/client.ts'
import { newIdempotencyKey } from '../api/idempotency-key.ts'
import { type PickedPhoto, photoLimit } from '../ui/picture/photo.ts'

interface Upload extends PickedPhoto {
  readonly file: File
  /** The same key for the same file: a photo sent again after a lost connection is kept once. */
  readonly idempotencyKey: string
  readonly photoId?: string
}

export interface Photos {
  readonly picked: readonly PickedPhoto[]
  readonly photoIds: readonly string[]
  readonly sending: boolean
  readonly add: (files: readonly File[]) => void
  readonly retry: (key: string) => void
  readonly remove: (key: string) => void
  readonly clear: () => void
}

export const sentIds = ({ photoIds }: Photos): string[] => [...photoIds]

/** Photos on their way up, one request each, all at once; what was sent waits under its id for the words. */
export const usePhotos = (communityId: number): Photos => {
  const [uploads, setUploads] = useState<readonly Upload[]>([])
  const latest = useRef(uploads)
  latest.current = uploads
  useEffect(() => () => latest.current.forEach(({ src }) => URL.revokeObjectURL(src)), [])
  const change = (key: string, changes: Partial<Upload>) =>
    setUploads((all) => all.map((one) => (one.key === key ? { ...one, ...changes } : one)))
  const send = async (upload: Upload) => {
    const { key, file, idempotencyKey } = upload
    change(key, { state: 'sending', progress: 0 })
    try {
      const { photoId } = await client.upload('uploadPhoto', {
        params: { communityId },
        blob: file,
        idempotencyKey,
        onProgress: (progress) => change(key, { progress }),
      })
      change(key, { state: 'sent', photoId })
    } catch {
      change(key, { state: 'failed' })
    }
  }
  const drop = (gone: readonly Upload[]) => gone.forEach(({ src }) => URL.revokeObjectURL(src))
  return {
    picked: uploads,
    photoIds: uploads.flatMap(({ photoId }) => (photoId === undefined ? [] : [photoId])),
    sending: uploads.some(({ state }) => state === 'sending'),
    add: (files) => {
      const added = files.slice(0, photoLimit - uploads.length).map<Upload>((file) => {
        const idempotencyKey = newIdempotencyKey()
        return { key: idempotencyKey, src: URL.createObjectURL(file), state: 'sending', file, idempotencyKey }
      })
      setUploads((all) => [...all, ...added])
      for (const upload of added) void send(upload)
    },
    retry: (key) => {
      const upload = uploads.find((one) => one.key === key)
      if (upload !== undefined) void send(upload)
    },
    remove: (key) => {
      drop(uploads.filter((one) => one.key === key))
      setUploads((all) => all.filter((one) => one.key !== key))
    },
    clear: () => {
      drop(uploads)
      setUploads([])
    },
  }
}
