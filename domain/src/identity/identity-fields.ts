/** What the identity vault holds of a person, and what a look-up may ask for. */
export const identityFields = ['trueName', 'documentNumber', 'birthOn', 'phone'] as const
export type IdentityField = (typeof identityFields)[number]

/** Also what stands outside the vault and is logged when it is shown together with a name. */
export const lookUpFields = [...identityFields, 'dwelling', 'ageBand'] as const
export type LookUpField = (typeof lookUpFields)[number]
