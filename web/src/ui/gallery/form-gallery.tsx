import { useState } from 'preact/hooks'
import { ResidentShell } from '../../shells/resident/resident-shell.tsx'
import { Button } from '../action/button.tsx'
import { Dialog } from '../action/dialog.tsx'
import { ModeSwitch } from '../action/mode-switch.tsx'
import { VoiceInput } from '../action/voice-input.tsx'
import { CheckBox } from '../form/check-box.tsx'
import { ChoiceList } from '../form/choice-list.tsx'
import { type ConsentAnswer, ConsentList } from '../form/consent-list.tsx'
import { FacadePicker } from '../form/facade-picker.tsx'
import { KindPicker } from '../form/kind-picker.tsx'
import { TextArea } from '../form/text-area.tsx'
import { TextField } from '../form/text-field.tsx'
import { Icon } from '../icon.tsx'
import { Page } from '../page/page.tsx'
import { Section } from '../page/section.tsx'
import { StickyBar } from '../page/sticky-bar.tsx'
import { TopBar } from '../page/top-bar.tsx'
import { PhotoPicker } from '../picture/photo-picker.tsx'
import { Progress } from '../steps/progress.tsx'
import { pictures } from './samples.ts'

const kinds = [
  { value: 'matter', label: '说件事' },
  { value: 'help', label: '求助' },
  { value: 'complaint', label: '投诉' },
  { value: 'suggestion', label: '提建议' },
  { value: 'mutualAid', label: '邻里互助' },
] as const

const floors = [6, 5, 4, 3].map((floor) => ({
  label: String(floor),
  rooms: [1, 2, 3].map((door) => ({
    id: `${floor}0${door}`,
    label: `${floor}0${door}`,
    taken: floor === 4 && door === 2,
  })),
}))

const consentItems = [
  { key: 'check', title: '核对您是不是这里的邻居', answer: 'agreed' },
  { key: 'notify', title: '有事给您发通知', answer: 'refused' },
  { key: 'show', title: '照片和话给同小区邻居看', answer: null },
  { key: 'count', title: '年龄段算进统计', answer: null },
] as const

const facts = [
  { label: '拿什么', text: '您自己发的话和照片' },
  { label: '谁看', text: '宝山九村登记过的邻居，搜不到' },
  { label: '到几时', text: '您删掉，或者离开那天' },
]

export const FormGallery = () => {
  const [text, setText] = useState('居委会活动室背后那块空地，又脏又乱，还有老鼠。找张师傅 13816026612 问问？')
  const [number, setNumber] = useState('310113198806122074')
  const [kind, setKind] = useState<string | null>('suggestion')
  const [room, setRoom] = useState<string | null>('502')
  const [right, setRight] = useState<string | null>('owner')
  const [agreed, setAgreed] = useState(true)
  const [open, setOpen] = useState(location.search.includes('dialog'))
  const [answers, setAnswers] = useState<Record<string, ConsentAnswer>>({})
  const [first, second] = pictures
  const phone = text.indexOf('13816026612')
  return (
    <ResidentShell>
      <Page>
        <TopBar title="登记成为邻居" note="第 2 步，共 4 步">
          <ModeSwitch />
        </TopBar>
        <Progress now={2} all={4} />
        <Section title="这是什么事？">
          <KindPicker legend="这是什么事" legendHidden choices={kinds} value={kind} onChange={setKind} />
        </Section>
        <Section title="说说看">
          <TextArea
            label="您想说的"
            value={text}
            onInput={setText}
            limit={50}
            marks={phone < 0 ? [] : [{ start: phone, end: phone + 11 }]}
            error={phone < 0 ? undefined : '这里有一个手机号。邻居都看得到，请去掉，或改成“打给居委”。'}
          />
          <VoiceInput onHeard={(heard) => setText(heard)} />
        </Section>
        <Section title="照片">
          <PhotoPicker
            photos={[
              { ...first, state: 'sent' },
              { ...second, state: 'sending', progress: 0.62 },
              { ...first, key: 'c', state: 'failed' },
            ]}
            onAdd={() => undefined}
            onRetry={() => undefined}
            onRemove={() => undefined}
          />
        </Section>
        <Section title="您是哪位？">
          <TextField label="姓名" value="林某" onInput={() => undefined} checked />
          <TextField
            label="身份证号"
            value={number}
            onInput={setNumber}
            inputMode="text"
            marks={[{ start: 14, end: 18 }]}
            error="有一位对不上，多半是最后四位。请对着证件再看一眼，填的还在。"
          />
          <TextField
            label="手机号"
            value=""
            onInput={() => undefined}
            type="tel"
            icon="phone"
            optional
            hint="只用来核对名册。"
          />
        </Section>
        <Section title="室号" note="照着楼的样子点">
          <FacadePicker legend="室号" floors={floors} value={room} onChange={setRoom} />
        </Section>
        <Section title="您是">
          <ChoiceList
            legend="身份"
            legendHidden
            value={right}
            onChange={setRight}
            choices={[
              { value: 'owner', label: '业主', note: '名册上有您，可以表决' },
              { value: 'tenant', label: '租户', note: '可以说话、求助，不参加业主表决' },
              { value: 'closed', label: '开发商', disabled: true },
            ]}
          />
          <div class="stack section">
            <CheckBox label="我替家里老人登记" checked={agreed} onChange={setAgreed} />
            <Button onClick={() => setOpen(true)}>换个地方</Button>
          </div>
        </Section>
        <Section title="四件事，一件一件问您">
          <ConsentList
            items={consentItems.map((item) => ({
              ...item,
              facts,
              ifRefused: '不同意：能看能投票，发言时会再问一次。',
              answer: answers[item.key] ?? item.answer,
            }))}
            onAnswer={(key, answer) => setAnswers({ ...answers, [key]: answer })}
          />
        </Section>
        <StickyBar
          note={
            <>
              <Icon name="lock" size="small" />
              门牌到“92号楼”为止给邻居看
            </>
          }
        >
          <Button size="big">没带证件</Button>
          <Button look="do" size="big">
            下一步：住处
          </Button>
        </StickyBar>
        <Dialog
          open={open}
          title="转交给谁？"
          onClose={() => setOpen(false)}
          actions={
            <>
              <Button size="big" onClick={() => setOpen(false)}>
                不转了
              </Button>
              <Button look="do" size="big" onClick={() => setOpen(false)}>
                转给周经理
              </Button>
            </>
          }
        >
          <ChoiceList
            legend="转交给谁"
            legendHidden
            value="zhou"
            onChange={() => undefined}
            choices={[
              { value: 'zhou', label: '周经理', note: '物业，还有 3 件在办' },
              { value: 'lu', label: '卢阿姨', note: '42号楼楼组长' },
            ]}
          />
        </Dialog>
      </Page>
    </ResidentShell>
  )
}
