import { assistedWords } from '../messages/assisted.ts'
import { problemWords } from '../messages/problems.ts'
import { useWords } from '../messages/use-words.ts'
import { usePhotoUploads } from '../photos/use-photo-uploads.ts'
import { FieldError } from '../ui/form/hint.tsx'
import { Icon } from '../ui/icon.tsx'
import { Section } from '../ui/page/section.tsx'
import { PhotoPicker } from '../ui/picture/photo-picker.tsx'
import { Marked } from './marked.tsx'
import type { Paper } from './use-paper.ts'

const sheetLimit = 3

interface PaperPhotosProps {
  readonly paper: Paper
  readonly communityId: number
}

/** The signed paper, up to three sheets. */
export const PaperPhotos = ({ paper, communityId }: PaperPhotosProps) => {
  const { form: words } = useWords(assistedWords)
  const { safe } = useWords(problemWords)
  const { counter, codes, setCounter } = paper
  const uploads = usePhotoUploads({
    communityId,
    photoIds: counter.paperPhotoIds,
    onChange: (paperPhotoIds) => setCounter({ paperPhotoIds }),
  })
  return (
    <Section title={words.paper}>
      <Marked error={codes.counter.paper === undefined ? undefined : words.errors.paper}>
        <PhotoPicker
          photos={uploads.photos}
          onAdd={uploads.add}
          onRetry={uploads.retry}
          onRemove={uploads.remove}
          limit={sheetLimit}
        />
      </Marked>
      {uploads.refusal !== undefined && (
        <FieldError>{safe[uploads.refusal === 'fileKind' ? 'unsupported-media' : 'body-too-large']}</FieldError>
      )}
      <p class="line small soft">
        <Icon name="lock" size="small" />
        <span>{words.paperNote}</span>
      </p>
    </Section>
  )
}
