import { travelDocumentKinds } from './travel-document.ts'

/** The documents by which a person may register. */
export const documentKinds = ['citizenId', ...travelDocumentKinds] as const
export type DocumentKind = (typeof documentKinds)[number]
