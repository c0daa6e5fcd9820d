import { type ComponentPropsWithRef, type ReactNode, useId } from 'react';
import { Icon } from './icon.tsx';

type Common = {
  /** Its name, above it; `labelHidden` keeps it for screen readers only. */
  readonly label: string;
  readonly labelHidden?: boolean | undefined;
  /** A quiet button at the right of the label, such as `Suggest words`. */
  readonly labelEnd?: ReactNode;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** A sentence under it. */
  readonly hint?: ReactNode;
  /** What is wrong, in one sentence; what was typed stays. */
  readonly error?: string | null | undefined;
  /** A brass sentence, such as Caps Lock. */
  readonly warning?: string | null | undefined;
  readonly mono?: boolean | undefined;
  /** 44 instead of 36 px high. */
  readonly large?: boolean | undefined;
  /** Icons or buttons inside, after what is typed. */
  readonly end?: ReactNode;
};

type Taken = 'value' | 'onChange' | 'className' | 'size';

/** The frame a typed field shares: label, bound, sentence under it. */
function useFrame(props: Common) {
  const id = useId();
  const under = `${id}-under`;
  const sentence = props.error ?? props.warning ?? props.hint;
  const has = sentence !== undefined && sentence !== null;
  const input = { id, 'aria-invalid': props.error ? true : undefined, 'aria-describedby': has ? under : undefined };
  const frame = (inner: ReactNode) => (
    <div className="control">
      {!props.labelHidden && (
        <div className="control-label">
          <label htmlFor={id}>{props.label}</label>
          {props.labelEnd}
        </div>
      )}
      <div className={['input', props.mono && 'mono', props.large && 'large', props.error && 'is-error'].filter(Boolean).join(' ')}>
        {inner}
        {props.end}
      </div>
      {has && (
        <div
          id={under}
          className={props.error ? 'hint error' : props.warning ? 'hint warn' : 'hint'}
          role={props.error || props.warning ? 'alert' : undefined}
        >
          {!props.error && props.warning && <Icon name="info" size="small" />}
          {sentence}
        </div>
      )}
    </div>
  );
  return { input: props.labelHidden ? { ...input, 'aria-label': props.label } : input, frame };
}

export type TextInputProps = Common & Omit<ComponentPropsWithRef<'input'>, Taken>;

function split<Rest>(props: Common & Rest) {
  const { label, labelHidden, labelEnd, value, onChange, hint, error, warning, mono, large, end, ...native } = props;
  return { common: { label, labelHidden, labelEnd, value, onChange, hint, error, warning, mono, large, end }, native };
}

/** A line to type in. */
export function TextInput(props: TextInputProps) {
  const { common, native } = split<Omit<ComponentPropsWithRef<'input'>, Taken>>(props);
  const { input, frame } = useFrame(common);
  return frame(
    <input
      type="text"
      autoComplete="off"
      spellCheck={false}
      {...native}
      {...input}
      value={common.value}
      onChange={(event) => common.onChange(event.target.value)}
    />,
  );
}

export type TextAreaProps = Common & Omit<ComponentPropsWithRef<'textarea'>, Taken>;

/** Several lines to type in. */
export function TextArea(props: TextAreaProps) {
  const { common, native } = split<Omit<ComponentPropsWithRef<'textarea'>, Taken>>(props);
  const { input, frame } = useFrame(common);
  return frame(
    <textarea
      rows={4}
      autoComplete="off"
      spellCheck={false}
      {...native}
      {...input}
      value={common.value}
      onChange={(event) => common.onChange(event.target.value)}
    />,
  );
}
