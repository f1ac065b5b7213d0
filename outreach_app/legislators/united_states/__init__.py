"""The United States Congress from public data.

People come from unitedstates/congress-legislators (CC0), areas from the Census relationship file of districts and ZIP
areas, or from lists of ZIP codes by district.
"""
