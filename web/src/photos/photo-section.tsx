import { problemWords } from '../messages/problems.ts'
import { useWords } from '../messages/use-words.ts'
import { FieldError } from '../ui/form/hint.tsx'
import { Section } from '../ui/page/section.tsx'
import { PhotoPicker } from '../ui/picture/photo-picker.tsx'
import type { PhotoUploads } from './use-photo-uploads.ts'

interface PhotoSectionProps {
  readonly title: string
  readonly note: string
  readonly uploads: PhotoUploads
  readonly limit?: number
  /** What the server did not take. */
  readonly error?: string | undefined
}

/** The photos of a form, under a heading of their own. */
export const PhotoSection = ({ title, note, uploads, limit, error }: PhotoSectionProps) => {
  const { safe } = useWords(problemWords)
  const { photos, refusal } = uploads
  return (
    <Section title={title} note={note}>
      <PhotoPicker
        photos={photos}
        onAdd={uploads.add}
        onRetry={uploads.retry}
        onRemove={uploads.remove}
        {...(limit === undefined ? {} : { limit })}
      />
      {refusal !== undefined && (
        <FieldError>{safe[refusal === 'fileKind' ? 'unsupported-media' : 'body-too-large']}</FieldError>
      )}
      {error !== undefined && <FieldError>{error}</FieldError>}
    </Section>
  )
}
