import { Monitor, Moon, Sun } from "lucide";
import { useEffect, useState } from "react";
import { Icon } from "../ui/icon";
import { useHydrated } from "../ui/use-hydrated";
import { chooseTheme, type Theme, themeOf, themes } from "./theme";

const names = { light: "Light", dark: "Dark", system: "System" };
const icons = { light: Sun, dark: Moon, system: Monitor };

/** Light, dark, or as the system says; at once, and kept in a cookie for the server's next page. */
export function ThemeSwitch() {
  const [chosen, setChosen] = useState<Theme>("system");
  useEffect(() => setChosen(themeOf(document.cookie)), []);
  return (
    <fieldset disabled={!useHydrated()} className="grid grid-cols-3">
      <legend className="mb-1 text-12 font-medium text-muted">Theme</legend>
      {themes.map((theme) => {
        const icon = icons[theme];
        return (
          <label
            key={theme}
            className="-ml-px flex h-(--control) items-center justify-center gap-1.5 border border-line-strong px-2 text-12 font-medium text-body first-of-type:ml-0 first-of-type:rounded-l-6 last-of-type:rounded-r-6 hover:bg-hover has-checked:bg-selected has-checked:text-strong has-focus-visible:z-1 has-focus-visible:outline-2 has-focus-visible:outline-focus phone:h-(--thumb)"
          >
            <input
              type="radio"
              name="theme"
              value={theme}
              checked={chosen === theme}
              onChange={() => {
                setChosen(theme);
                chooseTheme(theme);
              }}
              className="sr-only"
            />
            <Icon of={icon} className="size-3.5" />
            {names[theme]}
          </label>
        );
      })}
    </fieldset>
  );
}
