import { answerTemplateRoutes } from '../answer-templates/routes.ts'
import { assistedRoutes } from '../assisted/routes.ts'
import { boardRoutes } from '../boards/routes.ts'
import { commandCenterRoutes } from '../command-center/routes.ts'
import { dataExportRoutes } from '../data-export/routes.ts'
import { demoRoutes } from '../demo/routes.ts'
import { dwellingRollRoutes } from '../dwelling-roll/routes.ts'
import { erasureRoutes } from '../erasure/routes.ts'
import { feedRoutes } from '../feed/routes.ts'
import { identityRoutes } from '../identity/routes.ts'
import { inboxViewRoutes } from '../inbox-views/routes.ts'
import { joinRoutes } from '../join/routes.ts'
import { membershipRoutes } from '../memberships/routes.ts'
import { notificationRoutes } from '../notifications/routes.ts'
import { officeRoutes } from '../offices/routes.ts'
import { photoRoutes } from '../photos/routes.ts'
import { postRoutes } from '../posts/routes.ts'
import { qrCodeRoutes } from '../qr-codes/routes.ts'
import { registrationRoutes } from '../registrations/routes.ts'
import { roleRoutes } from '../roles/routes.ts'
import { rotaRoutes } from '../rota/routes.ts'
import { searchRoutes } from '../search/routes.ts'
import { serviceRequestRoutes } from '../service-requests/routes.ts'
import { sessionRoutes } from '../sessions/routes.ts'
import { signInRoutes } from '../sign-in/routes.ts'
import { wechatRoutes } from '../sign-in/wechat-routes.ts'
import type { Handlers } from './call.ts'

/** Every endpoint of the contract with its handler; a missing one does not compile. */
export const handlers: Handlers = {
  ...sessionRoutes,
  ...signInRoutes,
  ...wechatRoutes,
  ...demoRoutes,
  ...joinRoutes,
  ...qrCodeRoutes,
  ...registrationRoutes,
  ...serviceRequestRoutes,
  ...answerTemplateRoutes,
  ...inboxViewRoutes,
  ...boardRoutes,
  ...postRoutes,
  ...feedRoutes,
  ...photoRoutes,
  ...roleRoutes,
  ...dwellingRollRoutes,
  ...commandCenterRoutes,
  ...identityRoutes,
  ...notificationRoutes,
  ...membershipRoutes,
  ...assistedRoutes,
  ...erasureRoutes,
  ...officeRoutes,
  ...dataExportRoutes,
  ...rotaRoutes,
  ...searchRoutes,
}
