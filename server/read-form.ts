import { refusal } from "./refusal";

/** A form, as browsers send one. Throws the 400 for any other body, which is its sender's mistake and no defect. */
export async function readForm(request: Request): Promise<FormData> {
  try {
    return await request.formData();
  } catch {
    throw refusal("bad_input", "The body is not a form.");
  }
}
