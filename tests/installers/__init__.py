"""Tests of setting up and of the packages for each system."""
