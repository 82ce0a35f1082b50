import { mentionParts } from "./mention-parts";

interface MessageTextProps {
  text: string;
  mentions?: readonly { id: string; name: string }[];
  /** Who reads it: their own mentions stand out. */
  userId: string;
}

/** What was said, as text and nothing else. */
export function MessageText({ text, mentions = [], userId }: MessageTextProps) {
  return (
    <p className="wrap-anywhere whitespace-pre-wrap text-body">
      {mentionParts(text, mentions).map((part, i) => {
        if (part.id === undefined) return part.text;
        const look = part.id === userId ? "rounded-4 bg-selected px-0.5 font-medium text-strong" : "text-accent";
        return (
          <span key={i} className={look}>
            {part.text}
          </span>
        );
      })}
    </p>
  );
}
