"""Files of public repositories at one commit, as GitHub hands them out: what stands there cannot change."""

from __future__ import annotations

from rsfm.fetch.faults import Fault, Refusal, refusal
from rsfm.fetch.proof import object_of
from rsfm.fetch.reply import Reply, unexpected
from rsfm.fetch.transport import Transport

RAW_URL = "https://raw.githubusercontent.com"
_OK = 200


def file_text(transport: Transport, raw_url: str, repository: str, commit: str, path: str) -> str | Refusal:
    """Return the text of one file of ``owner/name`` at a commit."""

    def judge(reply: Reply) -> str | Refusal:
        if reply.status != _OK:
            return unexpected(reply)
        try:
            return reply.body.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            return refusal(Fault.WRONG_CHARSET, f"第 {error.start} 字节不是 UTF-8", f"byte {error.start} is not UTF-8")

    return transport.ask(f"{raw_url}/{repository}/{commit}/{path}", judge)


def file_names(transport: Transport, api_url: str, repository: str, commit: str) -> list[str] | Refusal:
    """Return the paths of all files of ``owner/name`` at a commit."""

    def judge(reply: Reply) -> list[str] | Refusal:
        answer = object_of(reply)
        if isinstance(answer, Refusal):
            return answer
        tree = answer.get("tree")
        if answer.get("truncated") or not isinstance(tree, list):
            return refusal(Fault.COUNT, "文件列表不完整", "the list of files is not whole")
        return [str(each["path"]) for each in tree if isinstance(each, dict) and each.get("type") == "blob"]

    return transport.ask(
        f"{api_url}/repos/{repository}/git/trees/{commit}?recursive=1", judge, accept="application/vnd.github+json"
    )
