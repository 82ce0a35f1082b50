import { refusal } from "../../server/refusal";

/** Every address that no route knows. A loader, so that the answer is a 404 and not only a page that says so. */
export function loader() {
  throw refusal("not_found");
}

export default function NotFound() {
  return null;
}
