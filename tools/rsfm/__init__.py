"""RSFM Atlas: check, fetch and render the bilingual catalog of remote-sensing foundation models."""
