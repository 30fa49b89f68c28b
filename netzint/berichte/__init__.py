"""What is shown: pure functions from Bestand to tables, trees and comparisons."""
