import type { Handlers } from '../http/call.ts'
import { exportOwn } from './commands/export-own.ts'

export const dataExportRoutes: Handlers<'exportMyData'> = { exportMyData: exportOwn }
