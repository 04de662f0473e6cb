"""The pages of a release: static, in Finnish, Swedish and English, asking nobody for anything."""
