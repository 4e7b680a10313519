"""Tests of the program, in the folders of what they test.

A package of that name comes along with one of the libraries; this file makes ours the one that is found.
"""
