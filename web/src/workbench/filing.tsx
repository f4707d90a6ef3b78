import type { RegistrationReview } from '@shequtong/contract/registrations'
import { useWords } from '../messages/use-words.ts'
import { workbenchWords } from '../messages/workbench.ts'
import { photosOf } from '../photos/photos-of.ts'
import { RowLine, Rows } from '../ui/page/rows.tsx'
import { PhotoGrid } from '../ui/picture/photo-grid.tsx'

interface FilingProps {
  readonly filing: NonNullable<RegistrationReview['filing']>
  readonly communityId: number
}

/** Who wrote it down at the counter, how the person took part, and the signed paper. */
export const Filing = ({ filing, communityId }: FilingProps) => {
  const { review: words } = useWords(workbenchWords)
  return (
    <>
      <Rows>
        <RowLine lead="pencil" title={words.filed(filing.byShownName)} note={words.presence[filing.presence]} plain />
      </Rows>
      {filing.paper.length > 0 && (
        <div>
          <p class="small soft">{words.signedPaper}</p>
          <PhotoGrid photos={photosOf(communityId, filing.paper)} />
        </div>
      )}
    </>
  )
}
