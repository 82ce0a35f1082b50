import { use } from "react";
import { Link } from "react-router";
import { MayManageContext } from "../frame/may-manage-context";

/** The next step for a source that programs write, from the list of sources. */
export function HowToPush({ slug }: { slug: string }) {
  const mayManage = use(MayManageContext);
  if (!mayManage) return <> An owner or admin makes the API key that a program needs for it.</>;
  return (
    <>
      {" "}
      <Link to={`../settings/keys?source=${slug}`} className="text-accent underline">
        Make an API key and see how to push
      </Link>
    </>
  );
}
