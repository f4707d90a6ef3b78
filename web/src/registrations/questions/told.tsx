import type { ComponentChildren } from 'preact'
import { registrationWords } from '../../messages/registrations.ts'
import { useWords } from '../../messages/use-words.ts'
import { FieldError } from '../../ui/form/hint.tsx'

/** A code of the domain or the server in words for people. */
export const useTold = (): ((code: string | undefined) => string | undefined) => {
  const { errors } = useWords(registrationWords)
  return (code) =>
    code === undefined ? undefined : ((errors as Readonly<Record<string, string>>)[code] ?? errors.other)
}

/** Choices below what is wrong about them; the form moves the focus to the first of these. */
export const Told = ({
  code,
  children,
}: {
  readonly code: string | undefined
  readonly children: ComponentChildren
}) => {
  const told = useTold()(code)
  return (
    <div {...(told === undefined ? {} : { 'data-doubtful': true })}>
      {told !== undefined && <FieldError>{told}</FieldError>}
      {children}
    </div>
  )
}
