import './page.css'

/** 文武线: a thick rule and a thin one, from old newspapers. Once per screen at most. */
export const Wenwu = () => <div class="wenwu" />
