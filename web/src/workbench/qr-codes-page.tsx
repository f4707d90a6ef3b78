import './workbench.css'
import './qr-codes.css'
import { NotHere } from './not-here.tsx'
import { QrCodes } from './qr-codes.tsx'
import { useDesk } from './use-desk.ts'

const QrCodesPage = ({ communityId }: { readonly communityId: string }) => {
  const desk = useDesk(communityId, 'qrCode.manage')
  return desk === undefined ? <NotHere communityId={Number(communityId)} /> : <QrCodes desk={desk} />
}

export default QrCodesPage
