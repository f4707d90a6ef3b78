import './demo-page.css'
import '../ui/page/rows.css'
import { useQuery } from '../api/query.ts'
import { demoWords } from '../messages/demo.ts'
import { useWords } from '../messages/use-words.ts'
import { usePreferences } from '../preferences/use-preferences.ts'
import { LoadFailed } from '../session/load-failed.tsx'
import { useFailure } from '../session/use-failure.ts'
import { ResidentShell } from '../shells/resident/resident-shell.tsx'
import { Button, ButtonLink } from '../ui/action/button.tsx'
import { ModeSwitch } from '../ui/action/mode-switch.tsx'
import { Mast } from '../ui/page/mast.tsx'
import { Page } from '../ui/page/page.tsx'
import { Rows } from '../ui/page/rows.tsx'
import { Section } from '../ui/page/section.tsx'
import { EmptyState } from '../ui/state/empty-state.tsx'
import { ErrorState } from '../ui/state/error-state.tsx'
import { SkeletonRows } from '../ui/state/skeleton.tsx'
import { GateCode } from './gate-code.tsx'
import { groupPersonas } from './persona-groups.ts'
import { PersonaRow } from './persona-row.tsx'
import { usePlay } from './use-play.ts'

const LanguageSwitch = () => {
  const [{ language }, set] = usePreferences()
  const words = useWords(demoWords)
  return (
    <Button look="quiet" onClick={() => void set({ language: language === 'en' ? 'zh-CN' : 'en' })}>
      <span lang={language === 'en' ? 'zh-CN' : 'en'}>{words.switchLanguage}</span>
    </Button>
  )
}

const DemoPage = () => {
  const words = useWords(demoWords)
  const inWords = useFailure()
  const cast = useQuery('listPersonas', {}, { staleTimeMs: 600_000 })
  const stage = useQuery('readDemoStage', {}, { staleTimeMs: 600_000 })
  const joinPath = cast.data?.joinPath ?? null
  const { play, isPending, error } = usePlay(joinPath)
  const personas = cast.data?.personas ?? []
  const first = personas.find(({ shell, elder }) => shell === 'resident' && !elder)
  if (cast.error !== null && cast.error !== undefined) {
    if (!('slug' in cast.error) || cast.error.slug !== 'not-found')
      return <LoadFailed error={cast.error} again={() => void cast.refetch()} />
    return (
      <ResidentShell>
        <Page>
          <EmptyState
            icon="guide"
            title={words.noDemo}
            text={words.noDemoText}
            actions={
              <ButtonLink href="/sign-in" look="do" size="big">
                {words.toSignIn}
              </ButtonLink>
            }
          />
        </Page>
      </ResidentShell>
    )
  }
  return (
    <ResidentShell>
      <Page wide>
        <div class="demo">
          <div>
            <Mast
              title={words.name}
              action={
                <span class="demo__tools">
                  <ModeSwitch />
                  <LanguageSwitch />
                </span>
              }
            />
            <p class="demo__promise">{words.promise}</p>
            {first !== undefined && (
              <Button look="do" size="big" wide busy={isPending} onClick={() => void play(first)}>
                {words.start(first.shownName.split(' ').at(-1) ?? first.shownName)}
              </Button>
            )}
            <p class="small soft demo__invented">{words.invented}</p>
            {error !== undefined && <ErrorState title={words.failed} safe={inWords(error).safe} />}
          </div>
          <div class="demo__people">
            <h2>{words.who}</h2>
            {cast.data === undefined && <SkeletonRows count={8} />}
            {groupPersonas(personas).map(({ group, personas: members }) => (
              <Section key={group} title={words[group]} level={3}>
                <Rows>
                  {members.map((persona) => (
                    <PersonaRow key={persona.personaId} persona={persona} onPlay={() => void play(persona)} />
                  ))}
                </Rows>
              </Section>
            ))}
            <p class="small soft demo__invented">{words.shapes}</p>
          </div>
          <div class="demo__phone">
            {stage.data !== undefined && <GateCode siteUrl={stage.data.siteUrl} joinPath={joinPath} />}
          </div>
        </div>
      </Page>
    </ResidentShell>
  )
}

export default DemoPage
