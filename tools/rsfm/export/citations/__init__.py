"""References to papers as bibliographies write them: RIS, CSL-JSON, APA 7 and GB/T 7714—2015."""
